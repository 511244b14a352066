import type { GalleryPage } from "./cadre.tsx";
import { errorPages, helpPage, homePage, importPage } from "./etats.tsx";
import { formPage, signInPage } from "./formulaire.tsx";
import { listPage } from "./liste.tsx";
import { personPage } from "./personne.tsx";

/** Every component at work, page by page. */
export const galleryPages: readonly GalleryPage[] = [
  homePage,
  listPage,
  personPage,
  formPage,
  importPage,
  signInPage,
  helpPage,
  ...errorPages,
];
