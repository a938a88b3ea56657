package dev.gantry.server.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first and the last address of every range, and their neighbours outside. */
class AddressClassTest {

    @ParameterizedTest
    @CsvSource({
        // IPv4
        "0.0.0.0, SPECIAL",
        "0.255.255.255, SPECIAL",
        "1.0.0.0, PUBLIC",
        "9.255.255.255, PUBLIC",
        "10.0.0.0, PRIVATE",
        "10.255.255.255, PRIVATE",
        "11.0.0.0, PUBLIC",
        "100.63.255.255, PUBLIC",
        "100.64.0.0, SPECIAL",
        "100.127.255.255, SPECIAL",
        "100.128.0.0, PUBLIC",
        "126.255.255.255, PUBLIC",
        "127.0.0.0, LOOPBACK",
        "127.0.0.1, LOOPBACK",
        "127.255.255.255, LOOPBACK",
        "128.0.0.0, PUBLIC",
        "169.253.255.255, PUBLIC",
        "169.254.0.0, LINK_LOCAL",
        "169.254.169.254, LINK_LOCAL",
        "169.254.255.255, LINK_LOCAL",
        "169.255.0.0, PUBLIC",
        "172.15.255.255, PUBLIC",
        "172.16.0.0, PRIVATE",
        "172.31.255.255, PRIVATE",
        "172.32.0.0, PUBLIC",
        "191.255.255.255, PUBLIC",
        "192.0.0.0, SPECIAL",
        "192.0.0.255, SPECIAL",
        "192.0.1.0, PUBLIC",
        "192.0.2.0, SPECIAL",
        "192.0.2.255, SPECIAL",
        "192.0.3.0, PUBLIC",
        "192.88.98.255, PUBLIC",
        "192.88.99.0, SPECIAL",
        "192.88.99.255, SPECIAL",
        "192.88.100.0, PUBLIC",
        "192.167.255.255, PUBLIC",
        "192.168.0.0, PRIVATE",
        "192.168.255.255, PRIVATE",
        "192.169.0.0, PUBLIC",
        "198.17.255.255, PUBLIC",
        "198.18.0.0, SPECIAL",
        "198.19.255.255, SPECIAL",
        "198.20.0.0, PUBLIC",
        "198.51.99.255, PUBLIC",
        "198.51.100.0, SPECIAL",
        "198.51.100.255, SPECIAL",
        "198.51.101.0, PUBLIC",
        "203.0.112.255, PUBLIC",
        "203.0.113.0, SPECIAL",
        "203.0.113.255, SPECIAL",
        "203.0.114.0, PUBLIC",
        "223.255.255.255, PUBLIC",
        "224.0.0.0, MULTICAST",
        "239.255.255.255, MULTICAST",
        "240.0.0.0, SPECIAL",
        "255.255.255.255, SPECIAL",
        // IPv6
        "::, SPECIAL",
        "::1, LOOPBACK",
        "::2, SPECIAL",
        "::127.0.0.1, SPECIAL",
        "::8.8.8.8, SPECIAL",
        "64:ff9b::7f00:1, SPECIAL",
        "64:ff9b::808:808, SPECIAL",
        "64:ff9b:1::7f00:1, SPECIAL",
        "100::1, SPECIAL",
        "1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, SPECIAL",
        "2000::, PUBLIC",
        "2001::, SPECIAL",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2, SPECIAL",
        "2001:2::1, SPECIAL",
        "2001:20::1, SPECIAL",
        "2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff, SPECIAL",
        "2001:200::, PUBLIC",
        "2001:db7:ffff:ffff:ffff:ffff:ffff:ffff, PUBLIC",
        "2001:db8::, SPECIAL",
        "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff, SPECIAL",
        "2001:db9::, PUBLIC",
        "2001:4860:4860::8888, PUBLIC",
        "2001:4860:4860::5efe:7f00:1, SPECIAL",
        "2001:4860:4860:0:200:5efe:a00:1, SPECIAL",
        "2001:4860:4860:0:100:5efe:a00:1, PUBLIC",
        "2002::, SPECIAL",
        "2002:7f00:1::1, SPECIAL",
        "2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff, SPECIAL",
        "2003::, PUBLIC",
        "3ffe:ffff:ffff:ffff:ffff:ffff:ffff:ffff, PUBLIC",
        "3fff::, SPECIAL",
        "3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff, SPECIAL",
        "3fff:1000::, PUBLIC",
        "4000::, SPECIAL",
        "5f00::1, SPECIAL",
        "fbff::1, SPECIAL",
        "fc00::, PRIVATE",
        "fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, PRIVATE",
        "fe00::1, SPECIAL",
        "fe80::1, LINK_LOCAL",
        "febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff, LINK_LOCAL",
        "fec0::1, PRIVATE",
        "feff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, PRIVATE",
        "ff00::, MULTICAST",
        "ff02::1, MULTICAST",
        // IPv4 in disguise: Java itself takes it out
        "::ffff:127.0.0.1, LOOPBACK",
        "::ffff:10.0.0.1, PRIVATE",
        "::ffff:8.8.8.8, PUBLIC"
    })
    void isAsTheRegistriesSay(String address, AddressClass expected) {
        assertThat(AddressClass.of(InetAddress.ofLiteral(address))).isEqualTo(expected);
    }

    @Test
    void aMappedAddressThatJavaLeftAsItIsIsSpecial() throws Exception {
        byte[] mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0xff, (byte) 0xff, 127, 0, 0, 1};

        assertThat(AddressClass.of(Inet6Address.getByAddress(null, mapped, -1))).isEqualTo(AddressClass.SPECIAL);
    }
}
