// autocannon brings no types: what the benches use of it.
declare module "autocannon" {
  type Request = { headers: Record<string, string> };
  type Options = {
    url: string;
    connections: number;
    duration: number;
    method: "POST";
    body: Buffer;
    headers: Record<string, string>;
    requests: { setupRequest: (request: Request) => Request }[];
  };
  type Result = {
    requests: { average: number; total: number };
    latency: { p50: number; p99: number; max: number };
    non2xx: number;
    errors: number;
  };
  export default function autocannon(options: Options): Promise<Result>;
}
