package io.github.kisconnect.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.docs.FieldReference;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of fields is one that Markdown can show. */
class FieldReferenceTest {

  private final List<String> lines = FieldReference.table().lines().toList();

  @Test
  void hasALineForEveryField() {
    assertThat(lines).hasSize(2 + 45);
    assertThat(lines.get(2)).startsWith("| 0 | `MKSC_SHRN_ISCD` | 유가증권단축종목코드 |");
    assertThat(lines.get(46)).startsWith("| 44 | `MRKT_TRTM_CLS_CODE` | 임의종료구분코드 |");
  }

  @Test
  void hasSixColumnsInEveryLine() {
    assertThat(lines).allSatisfy(line -> assertThat(line.split("\\|", -1)).hasSize(8));
  }

  @Test
  void tellsRequiredFieldsByBoldType() {
    assertThat(lines.stream().filter(line -> line.contains("**"))).hasSize(3);
  }
}
