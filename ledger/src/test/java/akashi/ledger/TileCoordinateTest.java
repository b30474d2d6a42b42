package akashi.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TileCoordinateTest {
    @Test
    void aPathIsReadAsItWasWritten() {
        Seeded.forAll(500, random -> {
            long index = random.nextLong(Long.MAX_VALUE) >>> random.nextInt(63);
            TileCoordinate tile = new TileCoordinate(random.nextInt(-1, 64), index, random.nextInt(1, 257));
            assertThat(TileCoordinate.parse(tile.path())).isEqualTo(tile);
        });
        assertThat(new TileCoordinate(63, Long.MAX_VALUE, 256).path())
                .isEqualTo("tile/63/x009/x223/x372/x036/x854/x775/807");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tile",
                "tile/0/",
                "tile/0/0",
                "tile/00/000",
                "tile/64/000",
                "tile/-1/000",
                "tile/0/1000",
                "tile/0/x000/001",
                "tile/0/x001",
                "tile/0/001/001",
                "tile/0/001.p/0",
                "tile/0/001.p/01",
                "tile/0/001.p/256",
                "tile/0/001.p/300",
                "tile/0/001.p/",
                "tile/0/００１",
                "tile/0/x009/x223/x372/x036/x854/x775/808",
                "tile/0/x001/x000/x000/x000/x000/x000/x000/000",
                "/tile/0/000",
                "tile/0/000\n",
                "tile/data/000",
            })
    void whatIsNotAPathIsRefused(String path) {
        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> TileCoordinate.parse(path));
    }

    @Test
    void aTreeMakesItsTilesAsWideAsTheSpecificationSays() {
        assertThat(TileCoordinate.in(70_000, 0, 272).width()).isEqualTo(256);
        assertThat(TileCoordinate.in(70_000, 0, 273)).isEqualTo(new TileCoordinate(0, 273, 112));
        assertThat(TileCoordinate.in(70_000, 1, 0).partial()).isFalse();
        assertThat(TileCoordinate.in(70_000, 1, 1)).isEqualTo(new TileCoordinate(1, 1, 17));
        assertThat(TileCoordinate.in(70_000, 2, 0)).isEqualTo(new TileCoordinate(2, 0, 1));
        assertThat(TileCoordinate.in(256, 1, 0).path()).isEqualTo("tile/1/000.p/1");
        assertThatIllegalArgumentException().isThrownBy(() -> TileCoordinate.in(256, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> TileCoordinate.in(255, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> TileCoordinate.in(255, 8, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> TileCoordinate.in(255, 0, -1));
        assertThat(TileCoordinate.bundleOf(0, 1).path()).isEqualTo("tile/entries/000.p/1");
        assertThat(TileCoordinate.bundleOf(255, 512).path()).isEqualTo("tile/entries/000");
        assertThat(TileCoordinate.bundleOf(256, 257).path()).isEqualTo("tile/entries/001.p/1");
        assertThat(TileCoordinate.in(1 << 20, 1, 15)).isEqualTo(new TileCoordinate(1, 15, 256));
        assertThatIllegalArgumentException().isThrownBy(() -> TileCoordinate.in(1 << 20, 1, 16));
        assertThatIllegalArgumentException().isThrownBy(() -> TileCoordinate.bundleOf(5, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> TileCoordinate.bundleOf(-1, 5));
    }

    @Test
    void aBundleIsReadAsItWasWritten() {
        Seeded.forAll(100, random -> {
            List<byte[]> entries = new ArrayList<>();
            int count = random.nextInt(1, 257);
            for (int i = 0; i < count; i++) {
                entries.add(Seeded.bytes(random, 300));
            }
            byte[] bundle = EntryBundle.format(entries);
            assertThat(EntryBundle.parse(bundle, count)).containsExactlyElementsOf(entries);
            assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> EntryBundle.parse(bundle, count + 1));
            assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> EntryBundle.parse(bundle, count - 1));
        });
    }

    @Test
    void aBundleCutShortIsRefused() {
        byte[] bundle = EntryBundle.format(List.of(new byte[] {1, 2, 3}));
        for (int length = 0; length < bundle.length; length++) {
            byte[] cut = Arrays.copyOf(bundle, length);
            assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> EntryBundle.parse(cut, 1));
        }
    }

    @Test
    void aBundleHoldsTheLongestEntryAndNoLongerOne() {
        byte[] longest = new byte[EntryBundle.MAX_ENTRY];
        assertThat(EntryBundle.parse(EntryBundle.format(List.of(longest)), 1)).containsExactly(longest);
        byte[] longer = new byte[EntryBundle.MAX_ENTRY + 1];
        assertThatIllegalArgumentException().isThrownBy(() -> EntryBundle.format(List.of(longer)));
        assertThatIllegalArgumentException().isThrownBy(() -> EntryBundle.format(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EntryBundle.format(Collections.nCopies(257, new byte[0])));
    }
}
