import { type CommandName, type CommandTable, commandNames } from "./commandNames";

/**
 * Gives every command to Office. To be called while the bundle loads, before anything is drawn: a button clicked
 * right after Excel starts is lost otherwise.
 *
 * @param failed told when a command throws; it shows the failure in the pane, the ribbon having no place for it.
 */
export function associateCommands(commands: CommandTable, failed: (failure: unknown) => void): void {
  const running = new Set<CommandName>();
  const answer = (name: CommandName) => async (event?: Office.AddinCommands.Event) => {
    try {
      // A second click while the first is being answered asks for nothing more.
      if (running.has(name)) return;
      running.add(name);
      await commands[name]().finally(() => running.delete(name));
    } catch (failure) {
      failed(failure);
    } finally {
      // Excel keeps the button busy until it hears this. A keyboard shortcut gives no event.
      event?.completed();
    }
  };
  for (const name of commandNames) {
    const command: (event?: Office.AddinCommands.Event) => unknown = answer(name);
    Office.actions.associate(name, command);
  }
}
