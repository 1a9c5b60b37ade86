import type { PaneControl } from "../../excel-host/protocol/addinSession";

const nothing = () => undefined;

/** A page around the add-in that does nothing of what it is asked. */
export const silentPane: PaneControl = {
  show: nothing,
  hide: nothing,
  save: nothing,
  startup: () => "Inactive",
  setStartup: nothing,
  updateRibbon: nothing,
};
