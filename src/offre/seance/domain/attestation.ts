/** What a certificate says; already in words. */
export interface Attestation {
  readonly departement: string;
  readonly structure: string;
  readonly phrase: string;
  readonly seance: string;
  readonly faits: readonly { readonly libelle: string; readonly valeur: string }[];
  readonly etablie: string;
}

/** Certificates, one a page, in the language of the typesetter. Its data are `{ titre, attestations }`. */
export const gabaritAttestations = `
#let donnees = json("/data.json")
#set document(title: donnees.titre, date: none)
#set text(lang: "fr", region: "FR", size: 12pt, font: ("Atkinson Hyperlegible", "Libertinus Serif", "DejaVu Sans Mono"), fallback: false)
#set par(leading: 0.75em, spacing: 1.2em)
#set page(paper: "a4", margin: (x: 28mm, top: 30mm, bottom: 25mm))
#show heading.where(level: 1): set text(size: 22pt)
#show heading: set block(above: 2em, below: 1.4em)
#for (rang, une) in donnees.attestations.enumerate() {
  if rang > 0 { pagebreak() }
  text(size: 10.5pt, fill: luma(30%), une.departement)
  linebreak()
  strong(une.structure)
  heading(level: 1, "Attestation de présence")
  par(une.phrase)
  block(inset: (left: 5mm, y: 2mm), stroke: (left: 2pt + luma(60%)), text(size: 14pt, strong(une.seance)))
  grid(columns: (32mm, 1fr), row-gutter: 0.9em,
    ..une.faits.map(fait => (text(fill: luma(30%), fait.libelle), [#fait.valeur])).flatten())
  v(1.5em)
  par("Attestation établie pour faire valoir ce que de droit.")
  v(1.5em)
  grid(columns: (1fr, 1fr),
    par(une.etablie),
    { par("Pour " + une.structure + " :")
      v(25mm)
      text(size: 10pt, fill: luma(30%), "Nom, qualité, signature") })
}
`;
