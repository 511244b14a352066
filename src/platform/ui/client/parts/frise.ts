import { all, one } from "./dom.ts";

const steps: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};

/** One stop of the tab key for the whole drawing, then arrows from fact to fact, each said under the drawing. */
export function frises(): void {
  for (const frise of all("[data-frise]")) {
    const facts = all<SVGElement>("[data-fact]", frise);
    const detail = one("[data-frise-detail]", frise);
    const frame = one(".frise-frame", frise);
    if (detail === null || frame === null || facts.length === 0) continue;
    for (const [index, fact] of facts.entries())
      fact.setAttribute("tabindex", index === 0 ? "0" : "-1");
    frise.addEventListener("keydown", (event) => move(event, facts));
    tell(frise, detail);
    keepLabels(frise, frame);
    frame.scrollLeft = frame.scrollWidth;
  }
}

/** Names of the bands stay in sight while a narrow screen scrolls the drawing. */
function keepLabels(frise: HTMLElement, frame: HTMLElement): void {
  const labels = one<SVGGElement>(".frise-labels", frise);
  const drawing = labels?.ownerSVGElement;
  if (!(labels && drawing)) return;
  frame.addEventListener("scroll", () => {
    const scale = drawing.viewBox.baseVal.width / drawing.getBoundingClientRect().width;
    labels.setAttribute("transform", `translate(${frame.scrollLeft * scale})`);
  });
}

function move(event: KeyboardEvent, facts: readonly SVGElement[]): void {
  const step = steps[event.key];
  const current = facts.indexOf(document.activeElement as SVGElement);
  const next = step === undefined || current === -1 ? undefined : facts[current + step];
  if (next === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  facts[current]?.setAttribute("tabindex", "-1");
  next.setAttribute("tabindex", "0");
  next.focus();
}

function tell(frise: HTMLElement, detail: HTMLElement): void {
  const legend = [...detail.childNodes];
  const show = ({ target }: Event): void => {
    const fact = target instanceof Element ? target.closest<SVGElement>("[data-fact]") : null;
    if (fact !== null) detail.textContent = fact.dataset["fact"] ?? "";
  };
  const hide = (): void => detail.replaceChildren(...legend);
  frise.addEventListener("focusin", show);
  frise.addEventListener("mouseover", show);
  frise.addEventListener("focusout", hide);
  frise.addEventListener("mouseout", hide);
}
