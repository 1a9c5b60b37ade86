/** The library ships without types. */
declare module "@socialgouv/jours-feries" {
  /** The holidays of a year by French name, each at about local midnight of its day. */
  export default function joursFeries(
    year: number,
    options?: { readonly alsace: boolean },
  ): Readonly<Record<string, Date>>;
}
