package dev.gantry.server.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/** What an address is for; the server goes to all but public ones only when it is told to. */
enum AddressClass {
    PUBLIC("public"),
    /** This machine. */
    LOOPBACK("loopback"),
    /** This cable; clouds keep their metadata services there. */
    LINK_LOCAL("link-local"),
    /** This house. */
    PRIVATE("private"),
    MULTICAST("multicast"),
    /** Anything else that is no ordinary host, among it all that carries an IPv4 address inside an IPv6 one. */
    SPECIAL("special");

    /** The only IPv6 addresses that are given out to the public. */
    private static final Network GLOBAL_UNICAST = Network.of("2000::/3");

    /**
     * From the IANA registries of special-purpose addresses for IPv4 and IPv6 (RFC 6890 and its successors); the first
     * row that fits counts.
     */
    private static final List<Row> ROWS = List.of(
            new Row(LOOPBACK, "127.0.0.0/8", "::1"),
            new Row(LINK_LOCAL, "169.254.0.0/16", "fe80::/10"),
            new Row(PRIVATE, "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7", "fec0::/10"),
            new Row(MULTICAST, "224.0.0.0/4", "ff00::/8"),
            new Row(SPECIAL, "0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.88.99.0/24", "198.18.0.0/15"),
            new Row(SPECIAL, "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "240.0.0.0/4"),
            // Protocol assignments with Teredo, documentation, 6to4. NAT64 and others lie outside the global unicast
            // range.
            new Row(SPECIAL, "2001::/23", "2001:db8::/32", "3fff::/20", "2002::/16"));

    private final String word;

    AddressClass(String word) {
        this.word = word;
    }

    /** For messages: "link-local". */
    String word() {
        return word;
    }

    private record Row(AddressClass meaning, List<Network> networks) {
        Row(AddressClass meaning, String... networks) {
            this(meaning, Stream.of(networks).map(Network::of).toList());
        }

        boolean holds(InetAddress address) {
            return networks.stream().anyMatch(network -> network.contains(address));
        }
    }

    static AddressClass of(InetAddress address) {
        for (Row row : ROWS) {
            if (row.holds(address)) {
                return row.meaning();
            }
        }
        if (address instanceof Inet4Address) {
            return PUBLIC;
        }
        return GLOBAL_UNICAST.contains(address) && !isIsatap(address.getAddress()) ? PUBLIC : SPECIAL;
    }

    /** RFC 5214: any prefix, then 0000:5efe or 0200:5efe and an IPv4 address. */
    private static boolean isIsatap(byte[] address) {
        return (address[8] & ~2) == 0 && address[9] == 0 && address[10] == 0x5e && address[11] == (byte) 0xfe;
    }
}
