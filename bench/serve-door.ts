import { openDoor } from "#app/doors.server.ts";
import { announce } from "./announce.ts";

/** The web process's raw doors as entry.web.ts mounts them, without the screens. */
export function serve(): Promise<void> {
  return announce((request, response) => {
    if (!openDoor(request, response)) response.writeHead(404).end();
  });
}
