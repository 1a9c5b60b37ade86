import { afterAll, beforeAll, expect } from "@jest/globals";
import { type Cells, cellsOf } from "./cells";
import { type DemoPage, openDemoPage } from "./demoPage";
import { fileOf, firm } from "./firm";

/** The firm in the demo page, its file to open it again, and its cells as they are at first. */
type OpenedFirm = { readonly demo: DemoPage; readonly file: Uint8Array; readonly before: Cells };

/** Opens the firm before the tests of a file and closes it after them: nothing may have gone wrong unseen. */
export function withFirm(program: string, use: (opened: OpenedFirm) => void): void {
  let demo: DemoPage;
  beforeAll(async () => {
    const file = await fileOf(firm);
    demo = await openDemoPage(program, file);
    use({ demo, file, before: cellsOf(await demo.saved()) });
  }, 120_000);
  afterAll(async () => {
    expect(demo.errors).toEqual([]);
    await demo.close();
  });
}
