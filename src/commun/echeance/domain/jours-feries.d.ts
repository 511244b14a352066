/** The package carries no types. */
declare module "@socialgouv/jours-feries" {
  function joursFeries(
    annee: number,
    options: { readonly alsace: boolean },
  ): Readonly<Record<string, Date>>;

  export = joursFeries;
}
