@URS-012
Feature: Bad input
  Bad input gets a clear error that says what was found and what is allowed, exit code 2, and nothing on record is lost.

  Background:
    Given a plan with 20 cases that the candidate answers rightly, and an accuracy limit of 0.85
    And one run of it on record

  Scenario Outline: Plans
    Given the plan <fault>
    When it is run
    Then it ends with exit code 2
    And the error says "<message>"
    And the earlier run is intact

    Examples:
      | fault                            | message                                              |
      | does not exist                   | does not exist.                                      |
      | is empty                         | is empty.                                            |
      | is not YAML                      | is not valid YAML                                    |
      | has an unknown key               | unknown key; allowed here                            |
      | has two faults                   | a share from 0.000001 to 0.999999 is needed                |
      | has a NUL byte                   | a NUL byte; a text file holds none                   |
      | is UTF-16                        | is UTF-16; save it as UTF-8.                         |
      | names a missing key variable     | VWB_SPEC_KEY: this environment variable is not set   |
      | names an unreachable endpoint    | cannot be reached for model                          |

  Scenario Outline: Cases
    Given the case file <fault>
    When it is run
    Then it ends with exit code 2
    And the error says "<message>"
    And the earlier run is intact

    Examples:
      | fault                        | message                                   |
      | differs from the pinned hash | the plan                                  |
      | has a repeated case id       | a second time; each case id must be unique |
      | has invalid UTF-8            | not valid UTF-8; save it as UTF-8.        |
      | has 50 MB                    | at most 32 MiB are read                   |
      | names an empty document      | is empty.                                 |
      | names a document of 50 MB    | at most 2 MiB are read                    |

  Scenario Outline: Text files from other systems are tolerated and noted
    Given the case file <trait>
    When it is run
    Then it ends with exit code 0
    And the error says "<message>"

    Examples:
      | trait                    | message                           |
      | begins with a BOM        | begins with a byte-order mark     |
      | has CR LF line ends      | has CR LF line ends               |

  Scenario Outline: Arguments and folders
    When the program is run with "<arguments>"
    Then it ends with exit code 2
    And the error says "<message>"
    And the earlier run is intact

    Examples:
      | arguments                                     | message                                    |
      | --model nobody --plan plan.yaml               | which is no model of the plan              |
      | --seed x --model sim-b --plan plan.yaml       | --seed                                     |
      | --repeats 2 --model sim-b --plan plan.yaml    | an odd number from 1 to 25 is needed       |
      | --modle sim-b                                 | --modle                                    |
      | --model sim-b --plan plan.yaml --out plan.yaml | cannot be written                         |
      | --model sim-b --plan plan.yaml --records plan.yaml | cannot be written                     |
      | --model sim-b --plan plan.yaml --replay nowhere | holds no recording                       |

  Scenario: A database of another schema version is left alone
    Given the database has schema version 99
    When it is run
    Then it ends with exit code 2
    And the error says "has schema version 99"
    And the database is unchanged

  Scenario: A full disk
    When the program runs out of disk space in the middle of a run
    Then it ends with exit code 5
    And the error says "cannot be written any longer"
    And the audit trail holds
    And resuming finishes the run without asking for a finished trial again
