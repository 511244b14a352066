import { all, on, one } from "./dom.ts";

const LIVE_DELAY = 250;
const RETRY_DELAY = 10_000;
let shown = address();
let running: AbortController | null = null;

/** The page at an address, read apart. Null when it cannot be had: the browser then follows the link itself. */
export async function fetchPage(url: string, signal?: AbortSignal): Promise<Document | null> {
  try {
    const response = await fetch(url, { signal: signal ?? null, headers: { Accept: "text/html" } });
    if (!response.ok || new URL(response.url).pathname !== new URL(url, location.href).pathname)
      return null;
    return new DOMParser().parseFromString(await response.text(), "text/html");
  } catch {
    return null;
  }
}

/** Puts the element of this id, as the other page has it, in the place of ours. The focus stays where it was. */
export function replaceRegion(id: string, page: Document): boolean {
  const current = document.getElementById(id);
  const next = page.getElementById(id);
  if (current === null || next === null) return false;
  const focused = document.activeElement?.id ?? "";
  current.replaceWith(document.adoptNode(next));
  if (focused !== "" && document.activeElement?.id !== focused)
    document.getElementById(focused)?.focus();
  document.dispatchEvent(new CustomEvent("jalon:region", { detail: id }));
  return true;
}

/** `ids`: one region or several, parted by spaces. */
async function refresh(ids: string, url: string): Promise<boolean> {
  running?.abort();
  const mine = new AbortController();
  running = mine;
  const names = ids.split(" ");
  for (const name of names) document.getElementById(name)?.setAttribute("aria-busy", "true");
  const page = await fetchPage(url, mine.signal);
  if (mine.signal.aborted) return true;
  const done = page !== null && names.every((name) => replaceRegion(name, page));
  for (const name of names) document.getElementById(name)?.removeAttribute("aria-busy");
  return done;
}

async function go(ids: string, url: string): Promise<void> {
  if (await refresh(ids, url)) showAddress("pushState", url);
  else location.assign(url);
}

function showAddress(how: "pushState" | "replaceState", url: string): void {
  history[how](null, "", url);
  shown = address();
}

function address(): string {
  return location.pathname + location.search;
}

/** Links with `data-refresh`, and the way back through what they did. */
export function refreshLinks(): void {
  on("click", "a[data-refresh]", (link, event) => {
    const plain =
      !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) && event.button === 0;
    if (!(plain && link instanceof HTMLAnchorElement)) return;
    event.preventDefault();
    void go(link.dataset["refresh"] ?? "", link.href);
  });
  // A link to a place of the same page fires it too: only another address is fetched again.
  window.addEventListener("popstate", () => {
    if (address() !== shown) location.reload();
  });
}

/** Forms with `data-live`: the list follows what is typed or chosen. */
export function liveForms(): void {
  let timer = 0;
  on("input", "form[data-live]", (form) => {
    if (!(form instanceof HTMLFormElement)) return;
    clearTimeout(timer);
    timer = window.setTimeout(() => void applyFilter(form), LIVE_DELAY);
  });
}

async function applyFilter(form: HTMLFormElement): Promise<void> {
  const url = new URL(form.action);
  url.search = new URLSearchParams(
    [...new FormData(form)].flatMap(([name, value]) =>
      typeof value === "string" && value !== "" ? [[name, value]] : [],
    ),
  ).toString();
  if (await refresh(form.dataset["live"] ?? "", url.href)) showAddress("replaceState", url.href);
}

/** Regions with `data-poll`: fetched again until they no longer ask. */
export function poll(): void {
  for (const region of all("[data-poll][id]")) schedule(region.id, Number(region.dataset["poll"]));
}

function schedule(id: string, delay: number): void {
  setTimeout(() => void again(id), delay);
}

async function again(id: string): Promise<void> {
  const page = await fetchPage(one(`#${CSS.escape(id)}`)?.dataset["pollHref"] ?? location.href);
  if (page !== null) replaceRegion(id, page);
  const next = Number(document.getElementById(id)?.dataset["poll"]);
  if (next > 0) schedule(id, page === null ? RETRY_DELAY : next);
}
