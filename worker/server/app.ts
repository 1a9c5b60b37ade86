import type { FastifyInstance } from "fastify";
import type { Server } from "node:https";

/** The server, as its parts know it. */
export type App = FastifyInstance<Server>;
