export { lireNomsDesAgents } from "./db/agents.ts";
export { migrationsAgent } from "./db/migrations.ts";
export { agentDuCompte } from "./usecases/agent-du-compte.ts";
export { creerAgent } from "./usecases/creer-agent.ts";
export { donnerHabilitation } from "./usecases/donner-habilitation.ts";
export { nommerAgents } from "./usecases/nommer-agents.ts";
export { retrouverSession } from "./usecases/retrouver-session.ts";
export { seConnecter } from "./usecases/se-connecter.ts";
