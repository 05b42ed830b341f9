@URS-012
Feature: Models and their endpoints
  Whoever prepares a validation learns what is known of providers and models, and what an endpoint really does, before anything counts.

  Scenario: What is known is listed without asking anybody
    When the program is run with "models list"
    Then it ends with exit code 0
    And the output says "gpt-oss-120b"
    And the output says "groq 0.15 / 0.6 USD"
    And the output says "as of 2025-11"

  Scenario: The models of a plan are shown as they would be asked
    Given a plan with 20 cases, whose candidate answers at an endpoint
    When the program is run with "models list --plan plan.yaml --provider custom"
    Then it ends with exit code 0
    And the output says "temperature provider default"
    And the endpoint was not asked

  Scenario: An endpoint is asked for its models
    Given a plan with 20 cases, whose candidate answers at an endpoint
    When the program is run with "models list --plan plan.yaml --discover sim-b"
    Then it ends with exit code 0
    And the output says "serves 1 model sim-b"

  Scenario: A probe tells what is honoured from what is ignored, and leaves no record
    Given a plan with 20 cases, whose candidate answers at an endpoint
    When the program is run with "models probe sim-b --plan plan.yaml"
    Then it ends with exit code 0
    And the output says "Estimate 7 calls"
    And the output says "│ served model │ honoured │ answered as sim-b"
    And the output says "│ JSON schema │ ignored │ asked for by schema, not kept"
    And the output says "Used 7 calls"
    And there are no records

  Scenario: A probe finds that another model answers
    Given a plan with 20 cases, whose candidate answers at an endpoint
    When the endpoint answers under the name "another-model"
    And the program is run with "models probe sim-b --plan plan.yaml"
    Then it ends with exit code 5
    And the output says "a run would be INVALID"

  Scenario: A candidate that the plan brings along as a plugin
    Given a plan with 60 cases that the candidate answers rightly, and an accuracy limit of 0.95
    And the candidate is the sample plugin
    When it is run
    Then the outcome is "GO" with exit code 0
    And the output says "sim-b as sim-b by the plugin ValidationWorkbench.SamplePlugin.SampleChatClient, assembly SHA-256"
    And the audit trail holds

  Scenario: A plugin that is not the pinned one
    Given a plan with 20 cases that the candidate answers rightly, and an accuracy limit of 0.85
    And the candidate is the sample plugin
    When a byte of the plugin is changed
    And it is run
    Then it ends with exit code 2
    And the error says "the plan"
    And the error says "Restore the pinned file"
