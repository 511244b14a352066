export type { PortsMessage } from "./web/ports.ts";
export { messagesSousLesCourriers, routesMessage } from "./web/routes-messages.tsx";
