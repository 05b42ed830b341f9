@URS-012
Feature: The main job
  Quality Assurance replays curated cases against the model in use and a candidate, and gets a recommendation with its evidence.

  Scenario: The default plan runs in an empty folder, without network, keys or other files
    Given an empty folder
    When the program is started with "--model gpt-oss-120b"
    Then it ends with exit code 1
    And the output shows what is about to run, the progress, the criteria and where the package lies
    And the package holds every file that its manifest names, with the right hash
    And run.json holds 180 categorization and 30 OQ-generation cases in 3 repeats for 2 models
    And the audit trail holds

  Scenario Outline: The recommendation follows from the bound, not from the observed share
    Given a plan with <cases> cases that the candidate answers rightly, and an accuracy limit of <limit>
    When it is run
    Then the outcome is "<outcome>" with exit code <code>

    Examples:
      | cases | limit | outcome   | code |
      | 60    | 0.95  | GO        | 0    |
      | 20    | 0.95  | UNDECIDED | 4    |
      | 20    | 0.85  | GO        | 0    |

  Scenario: A candidate that errs in most cases is refused
    Given a plan with 40 cases that the candidate answers wrongly, and an accuracy limit of 0.90
    When it is run
    Then the outcome is "NO-GO" with exit code 1

  Scenario: The JSON output is one object whose counts add up
    Given a plan with 20 cases that the candidate answers rightly, and an accuracy limit of 0.85
    When it is run with "--format json"
    Then standard output is one JSON object with the documented members
    And planned is the sum of passed, failed, undecided, error, aborted and unscored

  Scenario: The same seed gives the same results
    Given a plan with 20 cases that the candidate answers rightly, and an accuracy limit of 0.85
    When it is run twice
    Then both runs have the same results
    And their run ids and chain heads differ

  Scenario: Documents are rendered again from the records, byte for byte
    Given a plan with 20 cases that the candidate answers rightly, and an accuracy limit of 0.85
    When it is run
    And the plan, the cases and the templates are deleted
    And the documents are rendered again
    Then every file of the package but the manifest has the same bytes

  Scenario: A recording outlives the models
    Given a plan with 20 cases that the candidate answers rightly, and an accuracy limit of 0.85
    When it is run with "--record tape"
    And it is run again with "--replay tape"
    Then both runs have the same results

  Scenario: The user's own documents are used beside a case file
    Given a plan with 20 cases that the candidate answers rightly, and an accuracy limit of 0.85
    And a folder "own" with a case file that names the document "balance.md"
    When it is run with "--cases own --reason trial"
    Then run.json names the document "balance.md" with its hash
    And the output says that the plan does not pin the case set
