import type { ListViews } from "#platform/ui/list/views.ts";
import { enregistrerVue } from "../usecases/enregistrer-vue.ts";
import { listerVues } from "../usecases/lister-vues.ts";
import { partagerVue } from "../usecases/partager-vue.ts";
import { retenirColonnes } from "../usecases/retenir-colonnes.ts";
import { supprimerVue } from "../usecases/supprimer-vue.ts";

/** What every list of the product asks to keep its views. */
export const vuesDeListe: ListViews = {
  available: true,
  async read(request, liste) {
    const { vues, colonnes } = await request.act(listerVues, { liste });
    return { views: vues, columns: colonnes };
  },
  async save(request, vue) {
    await request.act(enregistrerVue, vue);
  },
  share: (request, id, partagee) => request.act(partagerVue, { id, partagee }),
  remove: (request, id) => request.act(supprimerVue, { id }),
  keepColumns: (request, liste, columns) =>
    request.act(retenirColonnes, { liste, colonnes: columns ? [...columns] : null }),
};
