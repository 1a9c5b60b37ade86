import { useEffect, useState } from "react";

const darkPreference = "(prefers-color-scheme: dark)";

/**
 * Whether the pane is to be dark: as Office is or, where Office does not tell, as the system prefers. Excel does not say
 * when its theme changes, so it is asked again when the pane comes back into view.
 */
export function useDarkTheme(officeIsDark: () => boolean | undefined): boolean {
  const read = () => officeIsDark() ?? window.matchMedia(darkPreference).matches;
  const [dark, setDark] = useState(read);
  useEffect(() => {
    const update = () => setDark(read());
    const preference = window.matchMedia(darkPreference);
    preference.addEventListener("change", update);
    document.addEventListener("visibilitychange", update);
    return () => {
      preference.removeEventListener("change", update);
      document.removeEventListener("visibilitychange", update);
    };
  });
  return dark;
}
