import type { ReactNode } from "react";
import { style } from "./digestStyle";

/** The rows of a section. Plain cells and line breaks on purpose: Gmail cuts a mail at 102 KB, and a row must stay small. */
export function ItemTable({ children, others }: { children: ReactNode; others: string | null }) {
  return (
    <table role="presentation" width="100%" cellPadding="0" cellSpacing="0" border={0}>
      <tbody>
        {children}
        {others !== null && (
          <tr>
            <td colSpan={2} className="muted line" style={style.others}>
              {others}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

/** One thing to do on the left, its day and an alarm on the right. */
export function ItemRow({ children, day, alarm }: { children: ReactNode; day: string | null; alarm: string | null }) {
  return (
    <tr>
      <td className="ink line item" style={style.itemMain}>
        {children}
      </td>
      <td className="ink line when" align="right" style={style.itemWhen}>
        {day}
        {day !== null && alarm !== null && <br />}{" "}
        {alarm !== null && (
          <b className="alarm" style={style.alarm}>
            {alarm}
          </b>
        )}
      </td>
    </tr>
  );
}

/** A line of an item in the quieter colour. */
export function Muted({ children }: { children: ReactNode }) {
  return (
    <span className="muted" style={style.muted}>
      {children}
    </span>
  );
}
