import type { Random } from './random.ts';

const given =
  'Adele Amir Anya Bea Callum Chidi Dawn Efe Ewan Farah Gemma Hari Isla Jamal Jo Kezia Leon Maeve Nadia Owen Priya Quinn Rhys Sade Tom Una Vikram Wren Yusuf Zara'.split(
    ' ',
  );
const family =
  'Abbot Adeyemi Barrow Begum Calder Dhillon Eccles Fenwick Gill Hartley Iqbal Jarvis Kaur Lomax Mensah Norris Okafor Patel Quayle Rahman Sykes Thorpe Umar Vance Wragg Yates'.split(
    ' ',
  );

/** A name for an invented worker. */
export function drawName(random: Random): string {
  return `${random.pick(given)} ${random.pick(family)}`;
}
