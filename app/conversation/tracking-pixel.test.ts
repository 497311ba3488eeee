import { describe, expect, it } from "vitest";
import { isTrackingPixel } from "#app/conversation/tracking-pixel.ts";

describe("isTrackingPixel", () => {
  it.each([
    { width: "1", height: "1" },
    { width: "600", height: "0" },
    { height: "1px" },
    { style: "display: none" },
    { style: "width:1px; height:1px" },
    { style: "max-height: 0" },
    { style: "opacity:0;border:0" },
    { hidden: "" },
    { src: "https://u1.ct.mailer.example/wf/open?upn=abc" },
    { src: "https://x.list-manage.example/track/open.php?u=1&id=2" },
  ])("takes %j for one", (attributes) => {
    expect(isTrackingPixel({ src: "https://pictures.example/a.png", ...attributes })).toBe(true);
  });

  it.each([
    {},
    { width: "100%", height: "10" },
    { width: "1200" },
    { style: "width:100px;opacity:0.5" },
    { src: "https://shop.example/open-box.jpg" },
  ])("takes %j for a picture", (attributes) => {
    expect(isTrackingPixel({ src: "https://pictures.example/a.png", ...attributes })).toBe(false);
  });
});
