"""A counsellor on matrix-nio, whose device is never signed (MSC4153): tells as lines of JSON what it can read.

Arguments: homeserver, user id, password, folder for its keys. A line on standard input is JSON: {"roomId"} enters a
room, {"roomId", "body"} writes there.
"""

import asyncio
import json
import sys

from nio import (
    AsyncClient,
    AsyncClientConfig,
    ForwardedRoomKeyEvent,
    LoginError,
    MegolmEvent,
    RoomKeyEvent,
    RoomMessageNotice,
    RoomMessageText,
)


def tell(**line: str) -> None:
    print(json.dumps(line), flush=True)


async def obey(client: AsyncClient) -> None:
    """Does what the lines of standard input say, until it ends."""
    lines = asyncio.StreamReader()
    protocol = asyncio.StreamReaderProtocol(lines)
    await asyncio.get_running_loop().connect_read_pipe(lambda: protocol, sys.stdin)
    while line := await lines.readline():
        order = json.loads(line)
        room_id = order["roomId"]
        if "body" not in order:
            await client.join(room_id)
            await client.sync(timeout=0, full_state=True)
            tell(kind="entered", roomId=room_id)
            continue
        content = {"msgtype": "m.text", "body": order["body"]}
        await client.room_send(
            room_id, "m.room.message", content, ignore_unverified_devices=True
        )


async def main() -> None:
    homeserver, user_id, password, folder = sys.argv[1:5]
    config = AsyncClientConfig(store_sync_tokens=False, encryption_enabled=True)
    client = AsyncClient(homeserver, user_id, store_path=folder, config=config)
    answer = await client.login(password, device_name="nio")
    if isinstance(answer, LoginError):
        sys.exit("no login")

    async def on_words(room, event) -> None:
        tell(kind="words", roomId=room.room_id, eventId=event.event_id, body=event.body)

    async def on_unreadable(room, event) -> None:
        tell(kind="unreadable", roomId=room.room_id, eventId=event.event_id)

    async def on_room_key(event) -> None:
        tell(kind="room-key", roomId=event.room_id)

    client.add_event_callback(on_words, (RoomMessageText, RoomMessageNotice))
    client.add_event_callback(on_unreadable, MegolmEvent)
    client.add_to_device_callback(on_room_key, (RoomKeyEvent, ForwardedRoomKeyEvent))
    if client.should_upload_keys:
        await client.keys_upload()
    await client.sync(timeout=0, full_state=True)
    tell(kind="ready", deviceId=client.device_id)
    syncing = asyncio.create_task(client.sync_forever(timeout=10_000))
    await obey(client)
    syncing.cancel()
    await client.close()


asyncio.run(main())
