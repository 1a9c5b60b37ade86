/**
 * Brings office.js, then the pane. Microsoft's server comes first, as Microsoft asks; where it is blocked, slow or down
 * Office.onReady would never answer, and the pane would stay blank without a word. The copy beside the pane is then used.
 *
 * The pane is loaded only once Office exists, so that it can give it the ribbon's commands at once. From there on
 * history.pushState and replaceState are null: office.js sees to that, and the pane keeps its screens to itself.
 */
const places = {
  microsoft: { url: "https://appsforoffice.microsoft.com/lib/1/hosted/office.js", patience: 8_000 },
  beside: { url: "office/office.js", patience: 30_000 },
};

const choiceKey = "tacite-office";

/** A browser that refuses storage to a framed page throws at the mention of it. */
function storage(): Storage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}

function insertScript(url: string, failed: () => void, loaded: () => void): void {
  const script = document.createElement("script");
  script.src = url;
  // Scripts inserted by a script run in the order they arrive; the pane's own must run in the order they are given.
  script.async = false;
  script.addEventListener("error", () => {
    // office.js looks for its own files beside the first script of that name in the page.
    script.remove();
    failed();
  });
  script.addEventListener("load", loaded);
  document.head.append(script);
}

function showFailure(): void {
  document.getElementById("starting")?.remove();
  const message = document.getElementById("failure");
  if (message !== null) message.hidden = false;
  document.getElementById("retry")?.addEventListener("click", () => {
    storage()?.removeItem(choiceKey);
    window.location.reload();
  });
}

/** The page already lists its scripts, so that they are fetched while office.js is. */
function loadPane(): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>("link[rel=preload][as=script]")) {
    insertScript(link.href, showFailure, () => undefined);
  }
}

/** @param missing when there is no such file; @param silent when nothing came of it in time, or of what it loads itself. */
function load(place: keyof typeof places, missing: () => void, silent: () => void): void {
  const { url, patience } = places[place];
  let settled = false;
  const settle = (then: () => void) => () => {
    if (settled) return;
    settled = true;
    window.clearTimeout(watchdog);
    then();
  };
  const watchdog = window.setTimeout(settle(silent), patience);
  insertScript(url, settle(missing), () => {
    loadPane();
    void Office.onReady().then(settle(() => undefined));
  });
}

const loadBeside = (): void => load("beside", showFailure, showFailure);

/** Two copies of office.js must not meet in one page: where the first may still come, the second starts a fresh one. */
function restartFromBeside(): void {
  const memory = storage();
  if (memory === null) return showFailure();
  memory.setItem(choiceKey, "beside");
  window.location.reload();
}

if (storage()?.getItem(choiceKey) === "beside") loadBeside();
else load("microsoft", loadBeside, restartFromBeside);
