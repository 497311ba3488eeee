import { useId } from "react";

/** A bar of a chart: plain, or hatched beside the plain one, so that two are told apart without their colours. */
export function BarFilling({ plain, width, height }: { plain: boolean; width: string; height: number }) {
  const hatching = useId();
  const shape = { width, height, rx: "3" };
  if (plain) return <rect className="attune-bar-plain" {...shape} />;
  return (
    <>
      <defs>
        <pattern
          id={hatching}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect className="attune-bar-hatch" width="3" height="6" />
        </pattern>
      </defs>
      <rect className="attune-bar-edge" fill={`url(#${hatching})`} {...shape} />
    </>
  );
}
