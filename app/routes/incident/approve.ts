import type { ActionFunctionArgs } from "@remix-run/node";
import { answerBulk, approveBulk } from "./bulk.server.ts";

export const action = ({ request }: ActionFunctionArgs) => answerBulk(request, approveBulk);
