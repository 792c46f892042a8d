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

/** Judge FLAVOUR=PROFILE,... FILE...: what veraPDF finds in each file by each profile, one line a
 * broken rule, and after them how much was looked at. */
public class Judge {
  private static ValidationProfile profile(String name) throws Exception {
    String path = "/org/verapdf/pdfa/validation/" + name + ".xml";
    try (InputStream in = Foundries.class.getResourceAsStream(path)) {
      return Profiles.profileFromXml(in);
    }
  }

  private static Map<String, String> broken(ValidationResult result) {
    Map<String, String> broken = new TreeMap<>();
    for (TestAssertion one : result.getTestAssertions()) {
      if (one.getStatus() == TestAssertion.Status.FAILED) {
        broken.putIfAbsent(
            one.getRuleId().getClause() + "-" + one.getRuleId().getTestNumber(),
            one.getMessage() + " @ " + one.getLocation().getContext());
      }
    }
    return broken;
  }

  private static void judge(String flavour, ValidationProfile profile, String file)
      throws Exception {
    try (PDFAParser parser = Foundries.defaultInstance()
            .createParser(new FileInputStream(file), PDFAFlavour.byFlavourId(flavour));
        PDFAValidator judge = Foundries.defaultInstance().createValidator(profile, false)) {
      ValidationResult result = judge.validate(parser);
      String name = file + " " + flavour + " ";
      broken(result).forEach((rule, words) -> System.out.println(name + rule + " " + words));
      System.out.println(name + "checks " + result.getTotalAssertions());
    }
  }

  public static void main(String[] arguments) throws Exception {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    for (String pair : arguments[0].split(",")) {
      String[] named = pair.split("=");
      ValidationProfile profile = profile(named[1]);
      for (int n = 1; n < arguments.length; n++) {
        judge(named[0], profile, arguments[n]);
      }
    }
  }
}
