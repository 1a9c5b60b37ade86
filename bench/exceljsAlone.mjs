// The peer: what exceljs alone needs to read the same file with the same options.
import ExcelJS from "exceljs";

const workbook = new ExcelJS.Workbook();
await workbook.xlsx.readFile(process.argv[2], { ignoreNodes: ["dataValidations", "conditionalFormatting"] });
let cells = 0;
workbook.eachSheet((sheet) => {
  sheet.eachRow((row) => {
    row.eachCell(() => {
      cells += 1;
    });
  });
});
console.log(`${cells} cells`);
