# syntax=docker/dockerfile:1
# One image for every process: the command chooses between web (the default), worker and migrate.

FROM node:24-slim AS base
WORKDIR /app
ENV CHECKPOINT_DISABLE=1

# Everything, to build the screens with.
FROM base AS build
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN DATABASE_URL=postgresql://unused@127.0.0.1/unused npm run build

# What runs, and no more.
FROM base AS packages
COPY package.json package-lock.json .npmrc prisma.config.ts ./
COPY prisma ./prisma
RUN npm ci --omit=dev --no-audit --no-fund \
  && DATABASE_URL=postgresql://unused@127.0.0.1/unused ./node_modules/.bin/prisma generate --no-hints

FROM base AS run
ENV NODE_ENV=production PORT=3000
COPY --from=packages /app/node_modules ./node_modules
COPY --from=build /app/build ./build
COPY package.json prisma.config.ts shopify.app.toml ./
COPY app ./app
COPY prisma ./prisma
COPY scripts/with-node.mjs scripts/migrate.ts scripts/leave-when-done.mjs ./scripts/
USER node
EXPOSE 3000
# Web: `start`. Worker: `worker`. Once per release: `migrate`.
CMD ["node", "scripts/with-node.mjs", "app/entry.web.ts"]
HEALTHCHECK --interval=15s --timeout=3s --start-period=20s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((r)=>process.exit(r.ok?0:1),()=>process.exit(1))"]
