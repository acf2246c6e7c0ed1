import { appPicture, trayPictures } from './pictures.ts';
import { pngOf } from './png.ts';

/** Every picture of the program, as a file of `build/`: the program's own, and the tray's in two sizes. */
export function iconFiles(): ReadonlyMap<string, Buffer> {
  const files = new Map([['icon.png', pngOf(appPicture, 512)]]);
  for (const { name, picture } of trayPictures) {
    files.set(`tray/${name}.png`, pngOf(picture, 16));
    files.set(`tray/${name}@2x.png`, pngOf(picture, 32));
  }
  return files;
}
