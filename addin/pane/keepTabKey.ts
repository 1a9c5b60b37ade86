/**
 * Leaves the Tab key to the browser. In Excel on the web office.js would answer it, which knows neither titles nor folds:
 * it would pass over « Plus de détails », and leave the pane from the title of every new screen.
 */
export function keepTabKey(page: Document): void {
  page.addEventListener("keydown", (event) => {
    if (event.key === "Tab") event.stopPropagation();
  });
}
