/**
 * The page of a letter, in the language of the typesetter. Its data are a `LettreFigee`, or several in `lettres`.
 * Addressee in the window of a DL envelope (NF Z 11-001): 20 mm from the right edge, 45 mm from the top, 85 × 35 mm.
 */
export const gabaritCourrier = `
#let donnees = json("/data.json")
#let lettres = donnees.at("lettres", default: (donnees,))
#set document(title: donnees.titre, author: lettres.first().expediteur.first(), date: none)
#set text(lang: "fr", region: "FR", size: 10.5pt, font: ("Atkinson Hyperlegible", "Libertinus Serif", "DejaVu Sans Mono"), fallback: false)
#set par(justify: false, leading: 0.6em, spacing: 0.95em)
#set list(marker: [–], indent: 4mm, body-indent: 3mm, spacing: 0.8em)
#show heading: set text(size: 10.5pt, weight: "bold")
#show heading: set block(above: 1.2em, below: 0.75em)

#let lignes(texte) = texte.split("\\n").join(linebreak())

#let page-de(marque, defaut) = if marque == none { defaut } else { marque.location().page() }

// Holds nothing of any letter, and finds its own when it is set: the style of a page is part of what is kept of each
// paragraph, and one that changed with the letter would have every paragraph set again.
#let pied = context {
  let donnees = json("/data.json")
  let ici = here().page()
  let marque = query(selector(<debut-lettre>).before(here())).at(-1, default: none)
  let debut = page-de(marque, ici)
  let fin = page-de(query(selector(<fin-lettre>).after(here())).at(0, default: none), ici)
  let rang = if marque == none { 0 } else { marque.value }
  set text(size: 8.5pt, fill: luma(30%))
  grid(
    columns: (1fr, auto),
    donnees.at("lettres", default: (donnees,)).at(rang).references.first().valeur,
    [Page #(ici - debut + 1) sur #(calc.max(fin, ici) - debut + 1)],
  )
}

#let encadre(corps) = block(
  width: 100%,
  inset: 9pt,
  stroke: (left: 2.5pt + luma(35%), rest: 0.5pt + luma(70%)),
  breakable: false,
  corps,
)

#let bloc(un) = if un.nature == "titre" {
  heading(level: 2, lignes(un.texte))
} else if un.nature == "liste" {
  list(..un.lignes.map(lignes))
} else if un.nature == "encadre" {
  encadre(lignes(un.texte))
} else {
  par(lignes(un.texte))
}

#let en-tete(lettre) = {
  block(height: 59mm, width: 100%, {
    place(top + left, block(width: 80mm, {
      set par(spacing: 0.6em)
      strong(lettre.expediteur.first())
      linebreak()
      lettre.expediteur.slice(1).join(linebreak())
      if lettre.contact.len() > 0 {
        v(2mm)
        set text(size: 9.5pt)
        lettre.contact.join(linebreak())
      }
    }))
    place(top + left, dx: 85mm, dy: 27mm, block(width: 85mm, height: 35mm, {
      lettre.destinataire.join(linebreak())
    }))
  })
  v(4mm)
  grid(
    columns: (85mm, 1fr),
    {
      set text(size: 9pt)
      for reference in lettre.references [#reference.libelle : #reference.valeur #linebreak()]
    },
    lettre.lieuEtDate,
  )
}

#let lettre-entiere(lettre) = {
  en-tete(lettre)
  v(2mm)
  heading(level: 1)[Objet : #lignes(lettre.objet)]
  v(1mm)
  for un in lettre.blocs { bloc(un) }
  v(2mm)
  block(breakable: false, move(dx: 85mm, block(width: 85mm, lettre.signature.join(linebreak()))))
  if lettre.recours.len() > 0 {
    v(2mm)
    block(breakable: false, width: 100%, inset: (top: 2mm), stroke: (top: 0.5pt + luma(60%)), {
      set text(size: 8.5pt)
      set par(spacing: 0.8em)
      show heading: set text(size: 9pt)
      show heading: set block(above: 0.6em, below: 0.7em)
      heading(level: 2)[Voies et délais de recours]
      for paragraphe in lettre.recours { par(lignes(paragraphe)) }
    })
  }
  if lettre.copies.len() > 0 {
    v(2mm)
    set text(size: 9pt)
    [Copie : ]
    lettre.copies.join(" ; ")
  }
}

#for (rang, lettre) in lettres.enumerate() {
  set page(paper: "a4", margin: (top: 18mm, bottom: 17mm, left: 20mm, right: 20mm), footer: pied)
  if rang > 0 { pagebreak(weak: true) }
  [#metadata(rang) <debut-lettre>]
  lettre-entiere(lettre)
  [#metadata(rang) <fin-lettre>]
}
`;
