import type { Route } from "#platform/http/route.ts";
import { routesCapacite } from "./web/routes-capacite.tsx";

export const routesOrientation: readonly Route[] = [...routesCapacite];
