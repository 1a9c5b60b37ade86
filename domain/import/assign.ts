/**
 * The pairs of rows and columns with the highest sum of weights, each row and each column once (the Hungarian method,
 * by shortest augmenting paths). A row whose weights are worth nothing stays alone. Returns the column of each row.
 */
export function bestPairs(weights: readonly (readonly number[])[]): readonly (number | null)[] {
  const rows = weights.length;
  const columns = weights[0]?.length ?? 0;
  // One idle column for each row, so that nobody must be paired.
  const width = columns + rows;
  const cost = (row: number, column: number) => -(weights[row]?.[column] ?? 0);
  const rowPotential = new Array<number>(rows + 1).fill(0);
  const columnPotential = new Array<number>(width + 1).fill(0);
  const rowOf = new Array<number>(width + 1).fill(0);
  for (let row = 1; row <= rows; row += 1) {
    rowOf[0] = row;
    const least = new Array<number>(width + 1).fill(Infinity);
    const cameFrom = new Array<number>(width + 1).fill(0);
    const used = new Array<boolean>(width + 1).fill(false);
    let column = 0;
    do {
      used[column] = true;
      const at = rowOf[column] ?? 0;
      let delta = Infinity;
      let next = 0;
      for (let j = 1; j <= width; j += 1) {
        if (used[j]) continue;
        const reduced = cost(at - 1, j - 1) - (rowPotential[at] ?? 0) - (columnPotential[j] ?? 0);
        if (reduced < (least[j] ?? Infinity)) {
          least[j] = reduced;
          cameFrom[j] = column;
        }
        if ((least[j] ?? Infinity) < delta) {
          delta = least[j] ?? Infinity;
          next = j;
        }
      }
      for (let j = 0; j <= width; j += 1) {
        if (used[j]) {
          const owner = rowOf[j] ?? 0;
          rowPotential[owner] = (rowPotential[owner] ?? 0) + delta;
          columnPotential[j] = (columnPotential[j] ?? 0) - delta;
        } else least[j] = (least[j] ?? 0) - delta;
      }
      column = next;
    } while (rowOf[column] !== 0);
    while (column !== 0) {
      const previous = cameFrom[column] ?? 0;
      rowOf[column] = rowOf[previous] ?? 0;
      column = previous;
    }
  }
  const columnOf = new Array<number | null>(rows).fill(null);
  for (let j = 1; j <= columns; j += 1) {
    const row = rowOf[j] ?? 0;
    if (row > 0 && (weights[row - 1]?.[j - 1] ?? 0) > 0) columnOf[row - 1] = j - 1;
  }
  return columnOf;
}
