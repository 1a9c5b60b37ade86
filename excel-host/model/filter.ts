/** What a column's filter lets through. Texts are compared with what the cell shows. */
export type Filter =
  | { readonly kind: "values"; readonly values: readonly string[] }
  | {
      readonly kind: "custom";
      readonly criterion1: string;
      readonly criterion2: string | null;
      readonly operator: "And" | "Or";
    };
