import type { VNode } from "preact";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";

/** The home of who has an account and no right yet. */
export function SansDroit({ nom }: { readonly nom: string }): VNode {
  return (
    <>
      <PageHeader title={`Bonjour ${nom}`} />
      <EmptyState
        title="Aucun droit ne vous est encore donné"
        text="L’administrateur de votre département peut vous en donner ; cette page s’ouvrira alors."
      />
    </>
  );
}
