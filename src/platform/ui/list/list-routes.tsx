import type { ListDefinition } from "../../db/list/definition.ts";
import type { RowKey } from "../../db/list/fetch.ts";
import { toQueryString } from "../../db/list/state.ts";
import { DomainError } from "../../errors/domain-error.ts";
import type { FormValues, Request, Route } from "../../http/route.ts";
import { type ListActs, listActs, selectionAct } from "./list-acts.ts";
import { type ExportFormat, exportResponse } from "./list-export.ts";
import { ListPageView } from "./list-page.tsx";
import type { BatchButton, ListLook, ListModel } from "./model.ts";
import { listViews } from "./views.ts";

/** Sharing a view needs it; keeping one's own does not. */
const shareRight = "vue:partager";

interface BatchAct extends BatchButton {
  readonly droit: string;
  /** The rows chosen, already bounded to the agent's perimeter; `back` is the list as it was. */
  readonly run: (
    request: Request,
    chosen: { readonly keys: readonly RowKey[]; readonly form: FormValues; readonly back: string },
  ) => Promise<Response>;
}

export interface ListOptions extends ListLook {
  /** `/personnes`, under the département. */
  readonly path: string;
  readonly definition: ListDefinition;
  /** Right to read the list. */
  readonly droit: string;
  readonly droitExport: string;
  /** Key of the menu entry. */
  readonly menu?: string;
  readonly batch?: readonly BatchAct[];
}

/** Every route of one list. Put them before the page of one row: `/personnes/:id` would catch `/personnes/export.csv`. */
export function listRoutes(options: ListOptions): readonly Route[] {
  const { path, definition, droit, droitExport, batch = [] } = options;
  const acts = listActs(definition, droit, droitExport);
  const exported = (format: ExportFormat): Route => ({
    method: "GET",
    path: `${path}/export.${format}`,
    droit: droitExport,
    handler: (request) => exportList(request, options, acts, format),
  });
  const posted = (end: string, run: (request: Request) => Promise<Response>): Route => ({
    method: "POST",
    path: `${path}/${end}`,
    droit,
    handler: run,
  });
  return [
    {
      method: "GET",
      path,
      droit,
      handler: (request) => showList(request, options, acts, request.query.toString()),
    },
    exported("csv"),
    exported("xlsx"),
    posted("colonnes", (request) => chooseColumns(request, options)),
    posted("vues", (request) => saveView(request, options, acts)),
    posted("vues/:id/partager", (request) => shareView(request, options)),
    posted("vues/:id/supprimer", (request) => removeView(request, options)),
    ...batch.map((act) => batchRoute(options, act)),
  ];
}

async function showList(
  request: Request,
  options: ListOptions,
  acts: ListActs,
  query: string,
  viewProblem?: ListModel["viewProblem"],
): Promise<Response> {
  const { definition, path, title, menu, batch = [] } = options;
  const port = listViews();
  const { views, columns } = await port.read(request, definition.name);
  const list = await request.act(acts.consulter, { query, kept: columns ? [...columns] : null });
  if (list.warnings.length === 0 && cameFromForm(request)) {
    return request.redirect(`${path}${toQueryString(definition, list.state)}`);
  }
  const { droits } = request.agent;
  const model: ListModel = {
    definition,
    look: options,
    href: request.href(path),
    link: (to) => request.href(to),
    list,
    droits,
    views,
    viewsAvailable: port.available,
    canExport: droits.has(options.droitExport),
    canShare: droits.has(shareRight),
    batch: batch.filter((act) => droits.has(act.droit)),
    ...(viewProblem ? { viewProblem } : {}),
  };
  return request.page({
    title,
    body: <ListPageView model={model} />,
    wide: true,
    ...(menu === undefined ? {} : { menu }),
    ...(viewProblem ? { status: 422 } : {}),
  });
}

/** What the form sends is long; the address people keep and share is short. A script that refreshes a region reads it as it is. */
function cameFromForm({ query, headers }: Request): boolean {
  return query.has("affine") && headers.get("sec-fetch-mode") === "navigate";
}

async function exportList(
  request: Request,
  { definition, title, cells }: ListOptions,
  acts: ListActs,
  format: ExportFormat,
): Promise<Response> {
  const { columns } = await listViews().read(request, definition.name);
  const list = await request.act(acts.exporter, {
    query: request.query.toString(),
    kept: columns ? [...columns] : null,
    format,
  });
  return exportResponse(request, definition, title, list, format, cells);
}

/** Back to the list as its form knew it, whatever was typed in the hidden field. */
function backTo({ path }: ListOptions, form: FormValues): string {
  const query = readable(new URLSearchParams(form.text("adresse")));
  return query === "" ? path : `${path}?${query}`;
}

function readable(params: URLSearchParams): string {
  return params.toString().replaceAll("%2C", ",");
}

async function chooseColumns(request: Request, options: ListOptions): Promise<Response> {
  const form = await request.form();
  const usual = form.text("habituelles") !== "";
  const asked = form.all("colonnes");
  const known = options.definition.columns.map((column) => column.key);
  const columns = usual || asked.length === 0 ? null : known.filter((key) => asked.includes(key));
  const port = listViews();
  const params = new URLSearchParams(form.text("adresse"));
  params.delete("colonnes");
  if (port.available) await port.keepColumns(request, options.definition.name, columns);
  else if (columns) params.set("colonnes", columns.join(","));
  const query = readable(params);
  return request.redirect(query === "" ? options.path : `${options.path}?${query}`);
}

async function saveView(request: Request, options: ListOptions, acts: ListActs): Promise<Response> {
  const form = await request.form();
  const nom = form.text("nom").trim();
  const adresse = await withColumns(request, options, form.text("adresse"));
  try {
    await listViews().save(request, {
      liste: options.definition.name,
      nom,
      adresse,
      partagee: form.text("partagee") !== "",
    });
  } catch (refusal) {
    if (!(refusal instanceof DomainError)) throw refusal;
    return showList(request, options, acts, adresse, { message: messageOf(refusal), nom });
  }
  return request.redirect(
    adresse === "" ? options.path : `${options.path}?${adresse}`,
    `La vue « ${nom} » est enregistrée.`,
  );
}

/** A view shows others the columns its author saw. */
async function withColumns(
  request: Request,
  { definition }: ListOptions,
  adresse: string,
): Promise<string> {
  const params = new URLSearchParams(adresse);
  const { columns } = await listViews().read(request, definition.name);
  if (columns && !params.has("colonnes")) params.set("colonnes", columns.join(","));
  return readable(params);
}

function messageOf({ details, message }: DomainError): string {
  const { champs } = details;
  const texts = typeof champs === "object" && champs !== null ? Object.values(champs) : [];
  return texts.map(String)[0] ?? message;
}

async function shareView(request: Request, options: ListOptions): Promise<Response> {
  const form = await request.form();
  const partagee = form.text("partagee") === "oui";
  await listViews().share(request, viewId(request), partagee);
  return request.redirect(
    backTo(options, form),
    partagee ? "La vue est partagée avec le département." : "La vue n’est plus partagée.",
  );
}

async function removeView(request: Request, options: ListOptions): Promise<Response> {
  const form = await request.form();
  await listViews().remove(request, viewId(request));
  return request.redirect(backTo(options, form), "La vue est supprimée.");
}

function viewId({ params }: Request): number {
  const id = Number(params["id"]);
  if (Number.isSafeInteger(id) && id > 0) return id;
  throw new DomainError("vue.introuvable", "Cette vue n’existe pas ou n’existe plus.");
}

function batchRoute(options: ListOptions, act: BatchAct): Route {
  const choosing = selectionAct(options.definition, act.key, act.droit);
  return {
    method: "POST",
    path: `${options.path}/lot/${act.key}`,
    droit: act.droit,
    async handler(request) {
      const form = await request.form();
      const whole = form.text("toute") !== "";
      const keys = await request.act(choosing, {
        query: form.text("adresse"),
        keys: whole ? "all" : [...form.all("cle")],
      });
      const back = backTo(options, form);
      if (keys.length > 0) return act.run(request, { keys, form, back });
      return request.redirect(back, "Rien n’a été fait : cochez d’abord au moins une ligne.");
    },
  };
}
