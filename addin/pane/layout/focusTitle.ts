/** For a button that goes away when it is clicked: the keyboard goes on from the title of the screen. */
export function focusTitle(): void {
  document.querySelector("h1")?.focus();
}
