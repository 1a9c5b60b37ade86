/** Opens the file or the folder with the program that the user has for it. Rejects where there is no screen. */
export async function showToUser(path: string): Promise<void> {
  if (!hasScreen(process.platform, process.env)) throw new Error("There is no screen");
  const { default: open } = await import("open");
  await open(path);
}

/** On Linux the program that opens things starts, and fails unseen, where nobody has a desktop. */
function hasScreen(platform: string, { DISPLAY, WAYLAND_DISPLAY, WSL_DISTRO_NAME }: NodeJS.ProcessEnv): boolean {
  return platform !== "linux" || [DISPLAY, WAYLAND_DISPLAY, WSL_DISTRO_NAME].some((name) => (name ?? "") !== "");
}
