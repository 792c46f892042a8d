import java.io.FileInputStream;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;

/** Judge PROFILE FLAVOUR FILE: what veraPDF finds, one line a broken rule; nothing if all is well. */
public class Judge {
  private static ValidationProfile profile(String name) throws Exception {
    String path = "/org/verapdf/pdfa/validation/" + name + ".xml";
    try (InputStream in = Foundries.class.getResourceAsStream(path)) {
      return Profiles.profileFromXml(in);
    }
  }

  public static void main(String[] arguments) throws Exception {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    PDFAFlavour flavour = PDFAFlavour.byFlavourId(arguments[1]);
    try (PDFAParser parser = Foundries.defaultInstance()
            .createParser(new FileInputStream(arguments[2]), flavour);
        PDFAValidator judge = Foundries.defaultInstance()
            .createValidator(profile(arguments[0]), false)) {
      ValidationResult result = judge.validate(parser);
      Map<String, String> broken = new TreeMap<>();
      for (TestAssertion one : result.getTestAssertions()) {
        if (one.getStatus() == TestAssertion.Status.FAILED) {
          broken.putIfAbsent(
              one.getRuleId().getClause() + "-" + one.getRuleId().getTestNumber(),
              one.getMessage() + " @ " + one.getLocation().getContext());
        }
      }
      broken.forEach((rule, words) -> System.out.println(rule + " " + words));
      System.out.println("checks " + result.getTotalAssertions());
    }
  }
}
