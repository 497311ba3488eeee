import type { NextFunction, Request, RequestHandler, Response } from "express";

type Handler = (request: Request, response: Response) => Promise<void>;

/** Express 4 does not wait for promises: a rejected one goes to its error handler. */
export function asyncRoute(handler: Handler): RequestHandler {
  async function run(request: Request, response: Response, next: NextFunction): Promise<void> {
    try {
      await handler(request, response);
    } catch (error) {
      next(error);
    }
  }
  return (request, response, next) => void run(request, response, next);
}
