import { createServer, type AddressInfo, type Socket } from "node:net";

/** A port on the loopback interface that takes connections before there is anyone to serve them. */
export interface Door {
    /** "127.0.0.1:PORT". */
    readonly address: string;
    /** Hands over the connections that wait and all that follow. */
    receive(connection: (socket: Socket) => void): void;
    close(): void;
}

/** Opens a free port. The program can be started at once, while the server behind it is still being loaded. */
export function openDoor(): Promise<Door> {
    let waiting: Socket[] = [];
    const open = new Set<Socket>();
    let deliver = (socket: Socket): void => {
        waiting.push(socket);
    };
    const server = createServer(socket => {
        open.add(socket);
        socket.on("close", () => open.delete(socket));
        socket.on("error", () => socket.destroy());
        deliver(socket);
    });
    return new Promise((resolve, reject) => {
        server.once("error", reject);
        server.listen(0, "127.0.0.1", () => {
            resolve({
                address: `127.0.0.1:${String((server.address() as AddressInfo).port)}`,
                receive(connection) {
                    deliver = connection;
                    for (const socket of waiting) connection(socket);
                    waiting = [];
                },
                close() {
                    server.close();
                    for (const socket of open) socket.destroy();
                },
            });
        });
    });
}
