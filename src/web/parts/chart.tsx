/** A way to draw at a width -> the drawing twice, for wide and for narrow screens, so that its words can be read on both. */
interface ChartProps {
  draw(width: number): string;
}

const WIDE = 680;
const NARROW = 350;

/** The style shows one of the two, and hides the other from screen readers with it. */
export function Chart({ draw }: ChartProps) {
  return (
    <>
      {/* Made by publish/charts, which escapes all words. */}
      <div class="drawing wide" dir="ltr" dangerouslySetInnerHTML={{ __html: draw(WIDE) }} />
      <div class="drawing narrow" dir="ltr" dangerouslySetInnerHTML={{ __html: draw(NARROW) }} />
    </>
  );
}
