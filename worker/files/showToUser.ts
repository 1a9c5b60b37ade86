/** Opens the file or the folder with the program that the user has for it. Rejects where there is no screen. */
export async function showToUser(path: string): Promise<void> {
  const { default: open } = await import("open");
  await open(path);
}
