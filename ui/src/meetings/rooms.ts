import type { RoomView } from "../api/bindings";

/** Favourites, then what was joined lately, then the rest as it came. */
export function arrange(rooms: readonly RoomView[]): RoomView[] {
  const rank = (room: RoomView) => (room.favourite ? 0 : room.lastJoined !== null ? 1 : 2);
  return [...rooms].sort((a, b) => {
    const ranked = rank(a) - rank(b);
    if (ranked !== 0 || rank(a) !== 1) return ranked;
    return (b.lastJoined ?? 0) - (a.lastJoined ?? 0);
  });
}
