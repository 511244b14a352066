/** Elements of the page by what they promise: an attribute, and what is behind it. */

export function one<Kind extends Element = HTMLElement>(
  selector: string,
  within: ParentNode = document,
): Kind | null {
  return within.querySelector<Kind>(selector);
}

export function all<Kind extends Element = HTMLElement>(
  selector: string,
  within: ParentNode = document,
): readonly Kind[] {
  return [...within.querySelectorAll<Kind>(selector)];
}

/** Listens once for the whole page, so that what is refreshed later is heard too. */
export function on<Name extends keyof DocumentEventMap>(
  name: Name,
  selector: string,
  handler: (element: HTMLElement, event: DocumentEventMap[Name]) => void,
): void {
  document.addEventListener(name, (event) => {
    const target =
      event.target instanceof Element ? event.target.closest<HTMLElement>(selector) : null;
    if (target !== null) handler(target, event);
  });
}

export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

export function isCheckbox(target: EventTarget | null): target is HTMLInputElement {
  return target instanceof HTMLInputElement && target.type === "checkbox";
}
