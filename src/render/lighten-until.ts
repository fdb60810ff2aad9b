import { fromOklab, toOklab } from './oklab.ts';
import { fromRgb } from './rgb.ts';

/**
 * `colour` itself when it will do, or the nearest lighter shade of it that does; white when none does. Its hue stays, and
 * its strength as far as screens can show it, where white mixed in would make it pale.
 */
export function lightenUntil(colour: string, willDo: (shade: string) => boolean): string {
  if (willDo(colour)) return colour;
  const [lightness, a, b] = toOklab(colour);
  for (let lighter = lightness; lighter < 1; lighter += 0.01) {
    const shade = strongest(lighter, a, b);
    if (willDo(shade)) return shade;
  }
  return '#ffffff';
}

/** The colour of this lightness and hue that has as much strength as screens can show, up to its own. */
function strongest(lightness: number, a: number, b: number): string {
  for (let percent = 100; percent > 0; percent -= 2) {
    const channels = fromOklab([lightness, (a * percent) / 100, (b * percent) / 100]);
    if (channels.every((channel) => channel > -0.5 && channel < 255.5)) return fromRgb(channels);
  }
  return fromRgb(fromOklab([lightness, 0, 0]));
}
