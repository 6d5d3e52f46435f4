/// The cloud in which jobs are looked for.
enum CloudPlaces {
  case google(GooglePlaces)
  case amazon(AWSPlaces)
}
