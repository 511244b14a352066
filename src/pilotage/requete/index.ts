export { migrationsRequete } from "./db/migrations.ts";
export {
  type CompteRequete,
  compterRequete,
  type RequeteStandard,
} from "./usecases/compter-requete.ts";
export { enregistrerVue } from "./usecases/enregistrer-vue.ts";
export { listerVues } from "./usecases/lister-vues.ts";
export { partagerVue } from "./usecases/partager-vue.ts";
export { retenirColonnes } from "./usecases/retenir-colonnes.ts";
export { supprimerVue } from "./usecases/supprimer-vue.ts";
