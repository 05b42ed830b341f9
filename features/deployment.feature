@URS-012
Feature: Where models are asked
  The same plan serves development and production, on machines with and without a network, and a baseline outlives its provider.

  Scenario: A deployment profile says where and how fast, and is no departure from the plan
    Given a plan with 60 cases, whose candidate answers at an endpoint
    And the plan has the profile "development" with the candidate at the endpoint's path "/dev", and is run under it by default
    And the plan has the profile "parallel" with 16 calls at once
    When it is run with "--profile parallel"
    Then the outcome is "GO" with exit code 0
    And the output says "Profile parallel"
    And the output says "16 at once"
    And run.json names the profile "parallel" and no departure

  Scenario: The default profile holds where none is named
    Given a plan with 60 cases, whose candidate answers at an endpoint
    And the plan has the profile "development" with the candidate at the endpoint's path "/dev", and is run under it by default
    When it is run
    Then the outcome is "GO" with exit code 0
    And the candidate was asked at the path "/dev/chat/completions" only
    And the audit trail holds

  Scenario: An unknown profile
    Given a plan with 20 cases, whose candidate answers at an endpoint
    And the plan has the profile "parallel" with 16 calls at once
    When it is run with "--profile production"
    Then it ends with exit code 2
    And the error says "one of the profiles is needed: parallel."
    And the endpoint was not asked

  Scenario: Offline nobody is asked
    Given a plan with 20 cases, whose candidate answers at an endpoint
    When it is run with "--offline"
    Then it ends with exit code 2
    And the error says "No connection was opened."
    And the endpoint was not asked

  Scenario: Simulated models and recordings need no network
    Given a plan with 20 cases that the candidate answers rightly, and an accuracy limit of 0.85
    When it is run with "--record tape --offline"
    And it is run again with "--replay tape --offline"
    Then both runs have the same results

  Scenario: A baseline is recorded once and answers later runs
    Given a plan with 60 cases, whose candidate answers at an endpoint
    When the program is run with "baseline record --model sim-a --plan plan.yaml --out tape"
    And the plan pins the recording that was printed
    And it is run
    Then the outcome is "GO" with exit code 0
    And the output says "only the candidate is asked, with half of the calls"
    And run.json names the recording of the baseline
    And the audit trail holds

  Scenario: A case that changed since is never asked of the baseline
    Given a plan with 20 cases, whose candidate answers at an endpoint
    When the program is run with "baseline record --model sim-a --plan plan.yaml --out tape"
    And the plan pins the recording that was printed
    And the text of case "SPEC-007" is changed and case "SPEC-011" becomes "SPEC-911"
    And it is run
    Then it ends with exit code 2
    And the error says "SPEC-007"
    And the endpoint was not asked

  Scenario: Another recording than the pinned one
    Given a plan with 20 cases, whose candidate answers at an endpoint
    When the program is run with "baseline record --model sim-a --plan plan.yaml --out tape"
    And the plan pins another recording
    And it is run
    Then it ends with exit code 2
    And the error says "has SHA-256"
    And the endpoint was not asked
