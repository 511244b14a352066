/** Holds any right asked for: the product acting for itself, from the command line or a job. */
class EveryRight extends Set<string> {
  override has(): boolean {
    return true;
  }
}

export const everyRight: ReadonlySet<string> = new EveryRight();
